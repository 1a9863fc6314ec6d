import { expect, test } from '@jest/globals';
import { subcommandOf } from '../../src/terraform/subcommands.ts';
import { withUserPaths } from '../../src/terraform/user-paths.ts';

/** The user is in `/here`, where the files `p` and `own.tfvars` are. */
const folder = {
  resolve: (path: string) => (path.startsWith('/') ? path : `/here/${path}`),
  exists: (path: string) => path === '/here/p' || path === '/here/own.tfvars',
};

test.each([
  ['plan -out=p', '-out=/here/p'],
  ['plan -out new/p -target x', '-out /here/new/p -target x'],
  ['plan --out=/tmp/p', '--out=/tmp/p'],
  ['apply p', '/here/p'],
  ['apply -auto-approve p', '-auto-approve /here/p'],
  ['show -json p', '-json /here/p'],
  ['plan -var-file=own.tfvars -var-file own.tfvars', '-var-file=/here/own.tfvars -var-file /here/own.tfvars'],
  // Of the composition, or missing: Terraform says so.
  ['plan -var-file=other.tfvars', '-var-file=other.tfvars'],
  ['apply missing', 'missing'],
  ['plan -state=s -generate-config-out=g.tf', '-state=/here/s -generate-config-out=/here/g.tf'],
  ['apply -state-out s -backup=- x', '-state-out /here/s -backup=- x'],
  ['state push p', '/here/p'],
  ['state push -', '-'],
  ['providers mirror new', '/here/new'],
  ['graph -plan=p', '-plan=/here/p'],
  // Neither values nor addresses are paths.
  ['plan -var out=p', '-var out=p'],
  ['plan -target p', '-target p'],
  ['state rm p', 'p'],
  ['output p', 'p'],
  ['init -backend-config=p', '-backend-config=/here/p'],
  ['init -backend-config=key=p', '-backend-config=key=p'],
])('%s', (line, expected) => {
  expect(withUserPaths(subcommandOf(line.split(' ')), folder).join(' ')).toBe(expected);
});
