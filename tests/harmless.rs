//! What must not come out of a name: script, foreign addresses, broken XML.

/// Names, texts and addresses that try to become more than text.
pub(crate) const HOSTILE: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " java\u{9}script:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//example.org/x",
    "\\\\example.org\\x",
    "]]>",
    "-->",
    "<!--",
    "<![CDATA[",
    "<?xml version=\"1.0\"?>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
    "&x;",
    "&#0;",
    "&amp;lt;",
    "\"><script>alert(1)</script>",
    "'><image href='https://example.org/x'/>",
    "</text></svg><svg onload=\"alert(1)\">",
    "\" onmouseover=\"alert(1)",
    "</style><style>@import url(https://example.org/x)",
    "url(https://example.org/x)",
    "expression(alert(1))",
    "\u{0}",
    "\u{1}\u{8}\u{b}\u{c}\u{e}\u{1f}\u{7f}\u{85}",
    "\u{fffe}\u{ffff}",
    "\u{202e}gnp.elbitssop\u{202c}",
    "\u{2066}\u{2069}\u{200f}\u{200b}\u{feff}",
    "\u{1f46a}\u{200d}\u{1f525}",
    "Z\u{334}a\u{335}l\u{336}g\u{337}o\u{338}",
    "${jndi:ldap://example.org/x}",
    "%s%n%00",
    "\u{1b}[31mred\u{1b}]8;;https://example.org\u{7}",
];

/// Maps that say `name` in every place that takes a text.
pub(crate) fn maps(name: &str) -> Vec<String> {
    let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
    [name, &format!("\"{quoted}\"")]
        .map(|name| {
            format!(
                "title {name}\nstyle {name}\naccTitle: {name}\naccDescr: {name}\n\
                 evolution {name} -> {name} -> {name} -> {name}\nvaluechain {name} -> {name}\ny-axis {name} -> {name} -> {name}\n\
                 component {name} [0.5, 0.5] {name}\nanchor Guest [0.9, 0.5]\nGuest -> {name}; {name}\nGuest +{name}> {name}\n\
                 Guest +'{name}'> {name}\nevolve {name} -> {name} 0.9 label {name}\npipeline {name} [0.1, 0.9]\nnote {name} [0.1, 0.1]\n\
                 annotation {name} [0.2, 0.2] {name}\nannotations [0.1, 0.1]\npioneers [0.1, 0.1, 0.2, 0.2] {name}\n\
                 accelerator {name} [0.3, 0.3]\nsubmap Sub [0.4, 0.4] url({name})\nsubmap Other [0.3, 0.4] url(id)\nurl id [{name}]\n\
                 component Told [0.6, 0.6] \"{name}\"\nbuild {name}\n{name}\n{name} [{name}, {name}] ({name})\n"
            )
        })
        .to_vec()
}

/// That a picture is well-formed, runs nothing and loads nothing.
pub(crate) fn check(picture: &str) {
    let document = roxmltree::Document::parse(picture).unwrap_or_else(|error| panic!("{error}: {picture}"));
    assert!(!picture.contains("<!") && !picture.contains("<?"), "a declaration: {picture}");
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(ELEMENTS.contains(&name), "<{name}> in {picture}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name}={value}");
            if name == "href" {
                let scheme = value.split([':', '/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
                let relative = !value[..value.find(['/', '?', '#']).unwrap_or(value.len())].contains(':');
                assert!(relative || ["http", "https", "mailto"].contains(&scheme.as_str()), "href={value}");
            } else if ["fill", "stroke", "style", "clip-path", "filter", "mask"].contains(&name) {
                assert!(!value.contains("url(") || value.starts_with("url(#"), "{name}={value}");
            }
        }
    }
}

/// All elements that pictures are made of.
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "a",
    "title",
    "desc",
    "defs",
    "style",
    "linearGradient",
    "stop",
    "pattern",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "path",
    "text",
    "tspan",
    "figure",
];
