module "labels" {
  source = "../../../../modules/labels"
  config = var.config
}

resource "terraform_data" "record" {
  for_each = var.config.dns.records

  input = {
    name   = "${each.key}.${var.config.dns.zone}"
    value  = each.value
    labels = module.labels.labels
  }
}
