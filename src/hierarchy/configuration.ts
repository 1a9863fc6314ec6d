/** Layers → merged → interpolated configuration, in one step. */
import type { EnvironmentReader } from './environment.ts';
import { interpolate, type Interpolated } from './interpolate.ts';
import { mergeLayers } from './merge.ts';
import type { ListMerge, MapValue } from './value.ts';

/** The configuration of a leaf from its layers, shallowest first. When merging fails, nothing is interpolated. */
export function resolveConfiguration(
  layers: readonly MapValue[],
  listMerge: ListMerge,
  environment: EnvironmentReader,
): Interpolated {
  const merged = mergeLayers(layers, listMerge);
  return merged.problems.length > 0 ? merged : interpolate(merged.value, environment);
}
