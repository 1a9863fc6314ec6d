// Fails unless the committed dist is exactly what the sources build.
import { execFileSync } from 'node:child_process';

const git = (...args) => execFileSync('git', args, { encoding: 'utf8' });

execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
const differing = git('status', '--porcelain', '--', 'dist');
if (differing !== '') {
  console.error(`dist is not what the sources build:\n${differing}Run "npm run build" and commit dist.`);
  process.exit(1);
}
console.log('dist is what the sources build.');
