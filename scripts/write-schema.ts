// Writes the JSON Schema that editors use from the one that checks the settings.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { settingsSchema } from '../src/project/settings-schema.ts';

const path = fileURLToPath(new URL('../schema/komposconfig.schema.json', import.meta.url));
const config = await resolveConfig(path);
writeFileSync(path, await format(JSON.stringify(settingsSchema, null, 2), { ...config, filepath: path }));
