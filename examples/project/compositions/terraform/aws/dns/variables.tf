variable "config" {
  description = "The leaf's configuration, written by kompos."
  type        = any
}
