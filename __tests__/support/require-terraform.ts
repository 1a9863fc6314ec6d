/** Runs once before all tests: without Terraform most of them could only fail one by one. */
import { findTerraform } from '../../loopback/terraform.ts';

export default function requireTerraform(): void {
  if (findTerraform() !== undefined) return;
  throw new Error(
    'The tests need Terraform on PATH (https://developer.hashicorp.com/terraform/install), 1.5 or newer; nothing else.',
  );
}
