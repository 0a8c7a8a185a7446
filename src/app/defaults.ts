import { given } from '../../config/given.ts';
import { defaultPresentation } from '../../config/schema.ts';
import type { RouteSettings } from '../core/route.ts';

/** The settings of a route that nobody chose otherwise; the schema of the configuration is the one place that names them. */
export function defaultSettings(): RouteSettings {
  return given(defaultPresentation);
}
