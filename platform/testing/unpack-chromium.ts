import path from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { packageFolder } from './unpacked-chromium.ts';

/** Unpacks everything of the browser package into TMPDIR; run as a process of its own. */
const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
await Promise.all(archives.map((archive) => inflate(path.join(packageFolder(), 'bin', archive))));
