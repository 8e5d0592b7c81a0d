import { Actions, Button, Card, useMessages } from '@common-measure/platform/web-kit';
import type { ImportDetail } from '../contract.ts';
import { AboutFields } from './about-fields.tsx';
import { CarriedNotice } from './carried-notice.tsx';
import { DesignFields } from './design-fields.tsx';
import { designMessages } from './design-words.ts';
import type { ImportStepName } from './import-step.ts';
import { importMessages } from './import-words.ts';
import type { PartProps } from './part-props.ts';
import { RoleFields } from './role-fields.tsx';
import type { Choices } from './use-choices.ts';

/** What the data are, how people were reached, the design, and what the columns are for. */
export function RolesStep({
  detail,
  choices,
  onGo,
}: {
  detail: ImportDetail;
  choices: Choices;
  onGo: (step: ImportStepName) => void;
}) {
  const words = useMessages(importMessages);
  const design = useMessages(designMessages);
  const part: PartProps = { detail, codebook: choices.codebook, onChange: choices.change };
  return (
    <div className="stack-6 section">
      <Card title={design.about} stack>
        <CarriedNotice detail={detail} codebook={choices.codebook} />
        <AboutFields {...part} />
      </Card>
      <DesignFields {...part} />
      <Card title={design.roles} stack>
        <p className="small muted">{design.rolesLede}</p>
        <RoleFields {...part} />
      </Card>
      <Actions>
        <Button onClick={() => onGo('save')}>{words.toSave}</Button>
        <Button kind="second" onClick={() => onGo('columns')}>
          {words.backToColumns}
        </Button>
      </Actions>
    </div>
  );
}
