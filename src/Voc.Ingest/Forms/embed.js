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
    ja: { send: "送信", sending: "送信中…", required: "必須", choose: "選択してください", broken: "送信できませんでした。通信状態を確かめて、もう一度送信してください。" },
    en: { send: "Send", sending: "Sending…", required: "required", choose: "Please choose", broken: "This could not be sent. Please check the connection and send it again." },
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
      const answer = await send(true);
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

  async function send(again) {
    const values = new URLSearchParams({ [form.tokenName]: token, [form.idName]: id });
    for (const [name, input] of inputs) values.set(name, input.value);
    const response = await fetch(form.action, {
      method: "POST", body: values, credentials: "omit", headers: { Accept: "application/json", "Accept-Language": language },
    });
    const body = await response.json().catch(() => ({}));
    if (!response.ok && body.token && body.token !== token) {
      // The page stood open for longer than a token lives: take the new one and send again by itself, once.
      token = body.token;
      if (again) {
        await new Promise((resolve) => setTimeout(resolve, form.wait));
        return send(false);
      }
    }
    return { ok: response.ok, body };
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
