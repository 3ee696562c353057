import { mkdirSync, writeFileSync } from 'node:fs';
import { PICTURE_FILE, replyPicture } from './reply-picture.ts';

/** Draws the picture into its file, or with `--print` on standard output, to compare it. */
if (process.argv.includes('--print')) {
  process.stdout.write(replyPicture());
} else {
  mkdirSync(new URL('.', PICTURE_FILE), { recursive: true });
  writeFileSync(PICTURE_FILE, replyPicture());
}
