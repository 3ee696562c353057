import type { FunctionComponent, JSX } from 'preact';
import type { Block } from '../../protocol.ts';
import { parseMarkdown } from '../text/markdown.ts';
import { safeUrl } from '../text/mrkdwn.ts';
import { Element } from './element.tsx';
import { InputBlock } from './input-block.tsx';
import { readBlock, readBlocks, readString, readText } from './read.ts';
import { RichText } from './rich-text.tsx';
import { plainWords, Segments, Words } from './rich-words.tsx';
import { UnknownBlock } from './unknown-block.tsx';

type BlockView = FunctionComponent<{ readonly block: Block }>;

const DRAWN: Readonly<Record<string, BlockView>> = {
  section: Section,
  header: Header,
  divider: () => <hr />,
  context: Context,
  actions: Actions,
  rich_text: RichText,
  image: Image,
  input: InputBlock,
  markdown: Markdown,
};

/** Block Kit as Slack draws it. */
export function Blocks({ of }: { readonly of: readonly Block[] }): JSX.Element {
  return (
    <>
      {of.map((block, index) => {
        const Drawn = DRAWN[block.type];
        const key = readString(block.block_id) ?? `${block.type}${index}`;
        return Drawn ? (
          <Drawn key={key} block={block} />
        ) : (
          <UnknownBlock key={key} type={block.type} />
        );
      })}
    </>
  );
}

function Section({ block }: { readonly block: Block }): JSX.Element {
  const text = readText(block.text);
  const fields = Array.isArray(block.fields)
    ? block.fields.flatMap((each) => readText(each) ?? [])
    : [];
  const accessory = readBlock(block.accessory);
  return (
    <div class="block section">
      <div class="section-words">
        {text && <Words of={text} />}
        {fields.length > 0 && (
          <ul class="fields">
            {fields.map((field, index) => (
              <li key={`field${index}`}>
                <Words of={field} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {accessory && <Element element={accessory} blockId={readString(block.block_id) ?? ''} />}
    </div>
  );
}

function Header({ block }: { readonly block: Block }): JSX.Element {
  const text = readText(block.text);
  return <h3 class="block header">{text && plainWords(text)}</h3>;
}

function Context({ block }: { readonly block: Block }): JSX.Element {
  return (
    <div class="block context">
      {readBlocks(block.elements).map((element, index) => {
        const text = readText(element);
        const key = `element${index}`;
        return text ? (
          <Words key={key} of={text} />
        ) : (
          <Element key={key} element={element} blockId="" />
        );
      })}
    </div>
  );
}

function Actions({ block }: { readonly block: Block }): JSX.Element {
  const blockId = readString(block.block_id) ?? '';
  return (
    <div class="block actions">
      {readBlocks(block.elements).map((element, index) => (
        <Element
          key={readString(element.action_id) ?? `element${index}`}
          element={element}
          blockId={blockId}
        />
      ))}
    </div>
  );
}

/** No picture is loaded from another host: its words stand in for it, with a link. */
function Image({ block }: { readonly block: Block }): JSX.Element {
  const words = readString(block.alt_text) ?? '';
  const url = safeUrl(readString(block.image_url) ?? '');
  const title = readText(block.title);
  return (
    <figure class="block picture">
      {title && <figcaption>{plainWords(title)}</figcaption>}
      <p>
        Picture: {words}
        {url && (
          <>
            {' '}
            <a href={url} target="_blank" rel="noopener noreferrer">
              Open the picture
            </a>
          </>
        )}
      </p>
    </figure>
  );
}

function Markdown({ block }: { readonly block: Block }): JSX.Element {
  return (
    <div class="block">
      <Segments of={parseMarkdown(readString(block.text) ?? '')} />
    </div>
  );
}
