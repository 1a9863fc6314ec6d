// Prints the PATH to run the tests with: with a Terraform that kompos supports, which is installed where there is none.
import { pathWithTerraform } from '../loopback/ensure-terraform.ts';

try {
  console.log(await pathWithTerraform(process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
