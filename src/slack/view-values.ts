import { ENQUIRY_FIELDS } from './action-ids.ts';
import type { FormFields } from './blocks/enquiry-form-view.ts';

/** What was typed and chosen in a view, as Slack tells it; only what is read here. */
export type ViewValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
          readonly selected_options?: readonly unknown[];
        }
      >
    >
  >
>;

/** One field of a form: Slack's ids of its block and of its element. */
export interface FieldIds {
  readonly block: string;
  readonly action: string;
}

/** What was typed into a field; empty where nothing was. */
export function typedIn(values: ViewValues, { block, action }: FieldIds): string {
  return values[block]?.[action]?.value ?? '';
}

/** The value of the option that was chosen. */
export function chosenIn(values: ViewValues, { block, action }: FieldIds): string | undefined {
  return values[block]?.[action]?.selected_option?.value;
}

/** What stands in the form that hands a question over. */
export function formFieldsIn(values: ViewValues): FormFields {
  const { outlet, deadline, question, telephone, here } = ENQUIRY_FIELDS;
  const ticked = values[here.block]?.[here.action]?.selected_options ?? [];
  return {
    outlet: typedIn(values, outlet),
    deadline: typedIn(values, deadline),
    question: typedIn(values, question),
    telephone: typedIn(values, telephone),
    here: ticked.length > 0,
  };
}
