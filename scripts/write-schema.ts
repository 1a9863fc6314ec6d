// Writes the JSON Schema that editors use from the one that checks the settings.
import { writeFileSync } from 'node:fs';
import { settingsSchema } from '../src/project/settings-schema.ts';

writeFileSync(
  new URL('../schema/komposconfig.schema.json', import.meta.url),
  `${JSON.stringify(settingsSchema, null, 2)}\n`,
);
