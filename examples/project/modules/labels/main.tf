variable "config" {
  type = any
}

output "labels" {
  value = {
    project = var.config.project.name
    env     = var.config.env.name
  }
}
