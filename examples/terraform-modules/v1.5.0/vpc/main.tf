variable "name" {
  type = string
}

variable "cidr_block" {
  type = string
}

variable "zones" {
  type = list(string)
}

# Used since 2.0.0; accepted earlier so that callers can set it in advance.
variable "flow_logs_days" {
  type    = number
  default = 0
}

resource "terraform_data" "network" {
  input = {
    name = var.name
    cidr = var.cidr_block
  }
}

resource "terraform_data" "subnet" {
  for_each = toset(var.zones)

  input = {
    name = "${var.name}-${each.key}"
    cidr = cidrsubnet(var.cidr_block, 4, index(var.zones, each.key))
  }
}

output "network" {
  value = terraform_data.network.output
}
