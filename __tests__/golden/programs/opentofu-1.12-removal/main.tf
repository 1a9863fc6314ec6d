resource "terraform_data" "database" {
  input            = "db"
  triggers_replace = "v2"

  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "worker" {
  input = "large"
}

removed {
  from = terraform_data.queue

  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "cache" {
  lifecycle {
    enabled = false
  }
}

output "size" {
  value = terraform_data.worker.input
}
