import { render } from 'preact';

const root = document.getElementById('page');
if (root) render(<p>The playground.</p>, root);
