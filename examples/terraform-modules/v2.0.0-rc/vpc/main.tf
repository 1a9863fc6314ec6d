variable "name" {
  type = string
}

variable "cidr_block" {
  type = string
}

variable "zones" {
  type = list(string)
}

# How long to keep flow logs.
variable "flow_logs_days" {
  type = number
}

resource "terraform_data" "network" {
  input = {
    name = var.name
    cidr = var.cidr_block
  }
}

# A subnet's address range cannot be changed in place.
resource "terraform_data" "subnet" {
  for_each = toset(var.zones)

  triggers_replace = cidrsubnet(var.cidr_block, 8, index(var.zones, each.key))

  input = {
    name = "${var.name}-${each.key}"
    cidr = cidrsubnet(var.cidr_block, 8, index(var.zones, each.key))
  }
}

resource "terraform_data" "flow_logs" {
  input = {
    network = terraform_data.network.id
    days    = var.flow_logs_days
  }
}

output "network" {
  value = terraform_data.network.output
}
