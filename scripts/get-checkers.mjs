// Gets real programs for the tests of checks: Checkov, and a Rego interpreter.
import { installPackages } from './python-packages.mjs';

const site = installPackages('kompos-checkers', ['checkov==3.3.30', 'regopy==1.5.2']);
console.log(`Checkov and regopy are in ${site}`);
