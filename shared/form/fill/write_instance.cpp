#include "shared/form/fill/write_instance.h"

namespace plumb::form {
namespace {

void escape(std::string_view text, bool attribute, std::string& out) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += attribute ? "&quot;" : "\"";
                break;
            case '\r':  // a reader would turn a bare one into a line feed
                out += "&#13;";
                break;
            case '\n':
                out += attribute ? "&#10;" : "\n";
                break;
            case '\t':
                out += attribute ? "&#9;" : "\t";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20) out += c;
        }
    }
}

void attribute(std::string_view name, std::string_view text, std::string& out) {
    out += ' ';
    out += name;
    out += "=\"";
    escape(text, true, out);
    out += '"';
}

class Writer {
  public:
    Writer(const Tree& tree, bool all) : m_tree(tree), m_all(all) {}

    // Readers bound the depth of a form, so that this may call itself.
    void element(NodeId id, const std::map<std::string, std::string>* namespaces) {
        const Node& node = m_tree[id];
        if (!shown(node)) return;
        const std::string& name = m_tree.names().text(node.name);
        out += '<';
        out += name;
        if (namespaces) {
            for (const auto& [prefix, uri] : *namespaces)
                attribute(prefix.empty() ? "xmlns" : "xmlns:" + prefix, uri, out);
        }
        for (const NodeId one : node.attributes) {
            if (shown(m_tree[one])) attribute(m_tree.names().text(m_tree[one].name), m_tree[one].text, out);
        }
        const std::size_t open = out.size();
        out += '>';
        const std::size_t inside = out.size();
        escape(node.text, false, out);
        for (const NodeId child : node.children) element(child, nullptr);
        if (out.size() == inside) {
            out.replace(open, 1, "/>");
            return;
        }
        out += "</";
        out += name;
        out += '>';
    }

    std::string out;

  private:
    [[nodiscard]] bool shown(const Node& node) const { return node.alive && (m_all || node.relevant); }

    const Tree& m_tree;
    bool m_all;
};

}  // namespace

std::string writeInstance(const Definition& definition, const Tree& tree, bool all) {
    if (tree.empty()) return {};
    Writer writer(tree, all);
    for (const NodeId top : tree[Tree::root()].children) writer.element(top, &definition.namespaces);
    return std::move(writer.out);
}

}  // namespace plumb::form
