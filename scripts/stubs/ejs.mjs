// SPDX-License-Identifier: Apache-2.0
// The help texts of the command-line framework use `<%= a.b.c %>` and nothing more. The real library compiles templates
// with `new Function`, which has no place in a verifier.
export function render(template, data) {
  return template.replace(/<%=\s*([\w.]+)\s*%>/g, (_, path) => {
    let value = data;
    for (const name of path.split('.'))
      value = value === undefined || value === null || !Object.hasOwn(value, name) ? undefined : value[name];
    return String(value ?? '');
  });
}
export default { render };
