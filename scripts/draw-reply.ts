import { mkdirSync, writeFileSync } from 'node:fs';
import { PICTURE_FILE, replyPicture } from './reply-picture.ts';

mkdirSync(new URL('.', PICTURE_FILE), { recursive: true });
writeFileSync(PICTURE_FILE, replyPicture());
