/* Contact form. No dependencies, no cookies, nothing sent but what is filled in.
   Load /forms/KEY.js with a script element where the form is to stand. Its attributes: data-target (selector of the element
   to put the form into), data-lang (ja or en; else the language of the page), data-shadow="true" (keeps the page's styles out).
   Colours and fonts are CSS variables: --voc-accent, --voc-on-accent, --voc-text, --voc-background, --voc-border,
   --voc-error, --voc-radius, --voc-font. */
(() => {
  "use strict";
  const form = /*VOC_FORM*/ null;
  const css = /*VOC_CSS*/ "";
  const script = document.currentScript;
  const options = script ? script.dataset : {};
  const language = (options.lang || document.documentElement.lang || "ja").toLowerCase().startsWith("en") ? "en" : "ja";
  const words = {
    ja: { send: "送信", sending: "送信中…", checking: "送信の前に、機械による送信ではないことを確かめています…", required: "必須", choose: "選択してください", broken: "送信できませんでした。通信状態を確かめて、もう一度送信してください。" },
    en: { send: "Send", sending: "Sending…", checking: "Making sure that no program sends this…", required: "required", choose: "Please choose", broken: "This could not be sent. Please check the connection and send it again." },
  }[language];
  const inputs = new Map();
  let token = form.token;
  let id = newId();

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : String(value));
    }
    element.append(...children);
    return element;
  }

  function control(field, inputId) {
    // Without a name attribute: a control named "reset" would hide the form's own reset.
    const attributes = { id: inputId, required: field.required, "aria-describedby": inputId + "-error" };
    if (field.choices.length > 0) {
      const choices = field.choices.map((choice) => make("option", { value: choice }, choice));
      return make("select", attributes, make("option", { value: "" }, words.choose), ...choices);
    }
    if (field.multiline) return make("textarea", { ...attributes, rows: 6, maxlength: field.maximumLength });
    return make("input", { ...attributes, type: "text", maxlength: field.maximumLength, autocomplete: "off" });
  }

  function row(field, prefix) {
    const inputId = prefix + field.name;
    const input = control(field, inputId);
    inputs.set(field.name, input);
    const label = make("label", { for: inputId }, field.label[language]);
    if (field.required) label.append(" ", make("span", { class: "voc-required" }, words.required));
    return make("div", { class: "voc-field" }, label, input, make("p", { class: "voc-error", id: inputId + "-error" }));
  }

  function mount() {
    const prefix = "voc-" + newId().slice(0, 8) + "-";
    const status = make("p", { class: "voc-status", role: "status", "aria-live": "polite", tabindex: "-1" });
    const button = make("button", { type: "submit" }, words.send);
    const bait = make("input", { id: prefix + "trap", name: form.honeypot, type: "text", tabindex: "-1", autocomplete: "off" });
    inputs.set(form.honeypot, bait);
    const trap = make("div", { class: "voc-trap", "aria-hidden": "true" }, make("label", { for: prefix + "trap" }, "Homepage"), bait);
    const element = make("form", { class: "voc-form", lang: language, novalidate: true, "aria-labelledby": prefix + "title" },
      make("h2", { id: prefix + "title" }, form.title[language]),
      ...form.fields.map((field) => row(field, prefix)), trap, button, status);
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(element, button, status, prefix);
    });
    place(element);
  }

  function place(element) {
    const host = make("div", { class: "voc" });
    const root = options.shadow === "true" ? host.attachShadow({ mode: "open" }) : host;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const owner = root === host ? document : root;
    owner.adoptedStyleSheets = [...owner.adoptedStyleSheets, sheet];
    root.append(element);
    const target = options.target ? document.querySelector(options.target) : null;
    if (target) target.append(host);
    else if (script && script.parentNode && script.parentNode !== document.head) script.after(host);
    else document.body.append(host);
  }

  async function submit(element, button, status, prefix) {
    button.disabled = true;
    status.className = "voc-status";
    status.textContent = words.sending;
    showErrors(element, prefix, {});
    try {
      const answer = await send(status, true);
      if (answer.ok) {
        element.reset();
        id = newId();
        status.textContent = form.thanks[language];
      } else {
        status.classList.add("voc-failed");
        status.textContent = answer.body.detail || answer.body.title || words.broken;
        showErrors(element, prefix, answer.body.errors || {});
      }
    } catch {
      status.classList.add("voc-failed");
      status.textContent = words.broken;
    }
    button.disabled = false;
    (element.querySelector("[aria-invalid=true]") || status).focus();
  }

  async function send(status, again) {
    const proof = await work(status);
    const values = new URLSearchParams({ [form.tokenName]: token, [form.idName]: id });
    for (const [name, input] of inputs) values.set(name, input.value);
    if (proof) values.set(form.workName, proof);
    const response = await fetch(form.action, {
      method: "POST", body: values, credentials: "omit", headers: { Accept: "application/json", "Accept-Language": language },
    });
    const body = await response.json().catch(() => ({}));
    if (!response.ok && body.work > form.work && again) {
      // The company asks for more since this page was opened.
      form.work = body.work;
      return send(status, false);
    }
    if (!response.ok && body.token && body.token !== token) {
      // The page stood open for longer than a token lives: take the new one and send again by itself, once.
      token = body.token;
      if (again) {
        await new Promise((resolve) => setTimeout(resolve, form.wait));
        return send(status, false);
      }
    }
    return { ok: response.ok, body };
  }

  /* Proof of work: a number that, behind the hash of token, identifier and message, gives a SHA-256 hash with form.work leading
     zero bits. SubtleCrypto is missing on pages without TLS and a worker may be forbidden, so it is reckoned here, in short turns. */
  async function work(status) {
    if (!(form.work > 0)) return "";
    status.textContent = words.checking;
    const message = inputs.get(form.message).value.replace(/[\u0000-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g, "");
    const challenge = sha256(bytesOf(token + "\n" + id + "\n" + message)).map((word) => word.toString(16).padStart(8, "0")).join("");
    const first = new Uint32Array(start);
    const block = new Uint32Array(16);
    pack(bytesOf(challenge), block);
    compress(first, block);
    const after = new Uint32Array(8);
    for (let number = 0; ; ) {
      const until = performance.now() + 12;
      do {
        for (const end = number + 100; number < end; number++) {
          const digits = bytesOf(String(number));
          pack([...digits, 128], block);
          block[15] = (64 + digits.length) * 8;
          after.set(first);
          compress(after, block);
          if (zeroBits(after) >= form.work) {
            status.textContent = words.sending;
            return String(number);
          }
        }
      } while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  const bytesOf = (text) => Array.from(new TextEncoder().encode(text));
  const zeroBits = (words) => (words[0] ? Math.clz32(words[0]) : 32 + Math.clz32(words[1]));

  function pack(bytes, block) {
    block.fill(0);
    bytes.forEach((byte, i) => (block[i >> 2] |= byte << (24 - 8 * (i & 3))));
  }

  /* SHA-256 (FIPS 180-4); its constants are the first 32 bits of the fractions of roots of primes. */
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  const fraction = (root) => Math.floor((root % 1) * 2 ** 32);
  const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const rounds = new Uint32Array(primes.map((prime) => fraction(Math.cbrt(prime))));
  const schedule = new Uint32Array(64);

  function sha256(bytes) {
    const length = bytes.length;
    const padded = [...bytes, 128, ...new Array((119 - (length % 64)) % 64).fill(0)];
    const state = new Uint32Array(start);
    const block = new Uint32Array(16);
    for (let at = 0; at < padded.length; at += 64) {
      pack(padded.slice(at, at + 64), block);
      if (at + 64 > padded.length) block.set([Math.floor(length / 2 ** 29), length * 8], 14);
      compress(state, block);
    }
    return Array.from(state);
  }

  function compress(state, block) {
    const w = schedule;
    w.set(block);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16] + small0 + w[i - 7] + small1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const big1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const big0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const one = (h + big1 + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0;
      const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0;
      d = c; c = b; b = a; a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
  }

  function showErrors(element, prefix, errors) {
    for (const field of form.fields) {
      const problem = [].concat(errors[field.name] || [])[0];
      const input = inputs.get(field.name);
      if (problem) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      element.querySelector("#" + CSS.escape(prefix + field.name + "-error")).textContent = problem || "";
    }
  }

  if (document.readyState === "loading" && !script) document.addEventListener("DOMContentLoaded", mount);
  else mount();
})();
