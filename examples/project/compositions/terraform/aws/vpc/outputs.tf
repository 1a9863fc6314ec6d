output "network" {
  value = module.vpc.network
}
