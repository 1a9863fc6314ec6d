terraform {
  required_providers {
    simple = {
      source = "acme/simple"
    }
  }
}

import {
  to = simple_resource.this
  id = "queue-1"
}

resource "simple_resource" "this" {
  value = "imported"
}
