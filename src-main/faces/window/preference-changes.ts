import { z } from 'zod';
import { densities, lockChoices, type Preferences, tableFormats, themes } from '#contract/desktop.ts';
import { languageChoices } from '#contract/messages/languages.ts';
import { id } from '#contract/values.ts';
import { importFields, importLimits, mostImports } from '#contract/vocabulary/import.ts';
import { leastZoom, mostZoom } from './zoom.ts';

const patch = z.strictObject({
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  zoom: z.number().min(leastZoom).max(mostZoom).optional(),
  tray: z.boolean().optional(),
  language: z.enum(languageChoices).optional(),
  lastPlace: z.string().startsWith('/').max(2000).optional(),
  personId: id.optional(),
  organizationId: id.optional(),
  columns: z.record(z.string().max(40), z.array(z.string().max(40)).max(40)).optional(),
  lockMinutes: z.literal(lockChoices).optional(),
  notifications: z.boolean().optional(),
  updates: z.boolean().optional(),
  expiryTold: z.record(z.string().max(20), z.int()).optional(),
  imports: z
    .array(
      z.strictObject({
        organizationId: id,
        headings: z.array(z.string().max(importLimits.cell)).max(importLimits.columns),
        fields: z.array(z.enum(importFields).nullable()).max(importLimits.columns),
      }),
    )
    .max(mostImports)
    .optional(),
  tableFormat: z.enum(tableFormats).optional(),
});

/**
 * The preferences that a page wants stored.
 * @throws ZodError for what is not a preference
 */
export const preferencesIn = (given: unknown): Partial<Preferences> => patch.parse(given) as Partial<Preferences>;
