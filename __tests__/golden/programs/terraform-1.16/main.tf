terraform {
  required_providers {
    simple = {
      source = "acme/simple"
    }
  }
}

variable "token" {
  default   = "token-of-an-action"
  sensitive = true
}

action "simple_send" "notice" {
  config {
    to    = "operators"
    token = var.token
  }
}

resource "terraform_data" "database" {
  input = "db"

  lifecycle {
    destroy = false
  }
}

resource "terraform_data" "worker" {
  input = "large"

  lifecycle {
    action_trigger {
      events  = [before_update]
      actions = [action.simple_send.notice]
    }
    action_trigger {
      events     = [after_update]
      actions    = [action.simple_send.notice]
      on_failure = continue
    }
  }
}

module "queue" {
  source = "./queue"
}

check "size" {
  assert {
    condition     = terraform_data.worker.input == "small"
    error_message = "Large workers are expensive."
  }
}
