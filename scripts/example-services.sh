#!/usr/bin/env bash
# For workflows that plan examples/project: creates its modules repository, redirects its URL to it, and starts a state
# server, whose address it puts into STATE_URL of the following steps.
set -euo pipefail

modules="$RUNNER_TEMP/terraform-modules"
git init --quiet "$modules"
for version in v1.5.0 v2.0.0-rc; do
  cp -R "examples/terraform-modules/$version/." "$modules"
  git -C "$modules" add --all
  git -C "$modules" -c user.name=self-test -c user.email=self-test@example.com commit --quiet --message "$version"
  git -C "$modules" tag "$version"
done
git config --global "url.file://$modules.insteadOf" https://github.com/org/terraform-modules.git

node --input-type=module --eval "
  import { writeFileSync } from 'node:fs';
  import { startStateServer } from './loopback/state-server.ts';
  const { url } = await startStateServer();
  writeFileSync(process.env.RUNNER_TEMP + '/state-url', url);
" > "$RUNNER_TEMP/state-server.log" 2>&1 &
for _ in $(seq 50); do
  [ -s "$RUNNER_TEMP/state-url" ] && break
  sleep 0.2
done
echo "STATE_URL=$(cat "$RUNNER_TEMP/state-url")" >> "$GITHUB_ENV"
