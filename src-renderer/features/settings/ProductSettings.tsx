import { IconPlus } from '@tabler/icons-react';
import type { StructureKind } from '#contract/vocabulary/structure.ts';
import { words } from '../../app/words.ts';
import fields from '../../components/Fields.module.css';
import { GuardedButton, useWhyNot } from '../../components/Guarded.tsx';
import { StructureList } from '../structure/StructureList.tsx';
import { useStructureDeeds } from '../structure/use-structure-deeds.tsx';
import classes from './ProductSettings.module.css';
import frame from './SettingsFrame.module.css';

/** The products and the lines of the organization, one list above the other. */
export function ProductSettings() {
  const { settings } = words;
  return (
    <div className={classes.scroll}>
      <h2 className={`${fields.title} ${classes.title}`}>{settings.pages.products}</h2>
      <p className={`${frame.lead} ${classes.lead}`}>{settings.products.lead}</p>
      <Part kind="products" withKey />
      <Part kind="lines" />
    </div>
  );
}

function Part({ kind, withKey = false }: { readonly kind: StructureKind; readonly withKey?: boolean }) {
  const why = useWhyNot('structure:write');
  const deeds = useStructureDeeds({ kind });
  const { structure } = words;
  return (
    <section className={classes.part} aria-labelledby={`settings-${kind}`}>
      <div className={classes.head}>
        <div>
          <h3 id={`settings-${kind}`} className={classes.name}>
            {structure.titles[kind]}
          </h3>
          <p className={classes.hint}>{structure.leads[kind]}</p>
        </div>
        <GuardedButton
          why={why}
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={deeds.create}
        >
          {structure.new(kind)}
        </GuardedButton>
      </div>
      <StructureList kind={kind} deeds={deeds} withKey={withKey} />
      {deeds.dialogs}
    </section>
  );
}
