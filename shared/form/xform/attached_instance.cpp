#include "shared/form/xform/attached_instance.h"

#include <fstream>
#include <pugixml.hpp>

#include "shared/form/data/csv_rows.h"
#include "shared/form/data/xml_guard.h"
#include "shared/form/xform/geojson_tree.h"
#include "shared/form/xform/read_xform.h"
#include "shared/form/xform/read_xform_reader.h"

namespace plumb::form {
namespace {

std::string lowered(std::string_view text) {
    std::string small(text);
    for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return small;
}

// Depth is bounded by the guard, so that this may call itself.
void copy(const pugi::xml_node& element, NodeId parent, Tree& tree) {
    const NodeId id = tree.add(parent, element.name());
    for (const auto& attribute : element.attributes()) tree.addAttribute(id, attribute.name(), attribute.value());
    std::string text;
    for (const auto& child : element.children()) {
        if (child.type() == pugi::node_element) {
            copy(child, id, tree);
        } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            text += child.value();
        }
    }
    if (tree[id].children.empty()) tree.setText(id, trimmed(std::move(text)));
}

std::shared_ptr<const Tree> readXml(const std::string& path, const std::shared_ptr<Names>& names, std::string& why) {
    std::string text;
    if (!readWhole(path, kMaxFormBytes, text)) {
        why = "it cannot be read or is too large";
        return nullptr;
    }
    if (const auto refused = guardXml(text)) {
        why = "line " + std::to_string(refused->line) + ": " + refused->sentence;
        return nullptr;
    }
    pugi::xml_document document;
    const auto parsed = document.load_buffer(text.data(), text.size());
    if (!parsed || !document.document_element()) {
        why = "line " + std::to_string(lineOf(text, static_cast<std::size_t>(parsed.offset))) +
              ": it is no XML: " + parsed.description();
        return nullptr;
    }
    return treeOf(document.document_element(), names);
}

}  // namespace

bool readWhole(const std::string& path, std::size_t limit, std::string& text) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file) return false;
    const auto size = static_cast<std::streamoff>(file.tellg());
    if (size < 0 || static_cast<std::size_t>(size) > limit) return false;
    text.resize(static_cast<std::size_t>(size));
    file.seekg(0);
    return static_cast<bool>(file.read(text.data(), size)) || size == 0;
}

std::shared_ptr<const Tree> treeOf(const pugi::xml_node& element, std::shared_ptr<Names> names) {
    auto tree = std::make_shared<Tree>(std::move(names));
    tree->add(kNone, "");
    copy(element, Tree::root(), *tree);
    return tree;
}

std::shared_ptr<const Tree> emptyTree(std::shared_ptr<Names> names) {
    auto tree = std::make_shared<Tree>(std::move(names));
    tree->add(kNone, "");
    tree->add(Tree::root(), "root");
    return tree;
}

void attachInstance(Definition& definition, const std::string& id, const std::string& source, const Origin& origin,
                    std::vector<Problem>& problems, std::vector<std::string>& warnings) {
    SecondaryInstance instance;
    instance.id = id;
    instance.source = source;
    const std::string name = source.substr(source.rfind('/') + 1);
    const std::string scheme = lowered(source);
    const auto file = definition.files.find(name);
    const auto broken = [&](const std::string& why) {
        problems.push_back({origin, "the attached file '" + name + "' cannot be used: " + why, ""});
    };
    if (scheme.starts_with("jr://instance/last-saved")) {
        definition.notSupported.push_back(origin + ": answers of the form that was saved last (" + source +
                                          ") are not read; they are blank");
        instance.tree = emptyTree(definition.names);
    } else if (!scheme.starts_with("jr://")) {
        problems.push_back({origin, "instance '" + id + "' comes from '" + source + "', which is no jr:// address",
                            "use jr://file/NAME.xml or jr://file-csv/NAME.csv"});
    } else if (file == definition.files.end()) {
        warnings.push_back(origin + ": the attached file '" + name + "' is not here; instance '" + id + "' is empty");
        instance.tree = emptyTree(definition.names);
    } else if (scheme.starts_with("jr://file-csv/") || scheme.ends_with(".csv")) {
        CsvEncoding encoding = CsvEncoding::utf8;
        if (auto tree = openCsvTree(file->second, definition.names, &encoding)) {
            if (encoding != CsvEncoding::utf8)
                warnings.push_back(origin + ": the attached file '" + name + "' is read as " +
                                   std::string(encodingName(encoding)) + ", since it is not UTF-8");
            instance.tree = std::move(*tree);
            instance.path = file->second;
        } else {
            broken(tree.error().detail);
        }
    } else {
        std::string why;
        instance.tree = scheme.ends_with(".geojson") ? readGeojson(file->second, definition.names, why)
                                                     : readXml(file->second, definition.names, why);
        if (!instance.tree) broken(why);
    }
    definition.instances.push_back(std::move(instance));
}

void knowColumns(Definition& definition) {
    for (const auto& [name, path] : definition.files) {
        if (!lowered(name).ends_with(".csv")) continue;
        if (const auto columns = CsvRows::header(path)) {
            for (const std::string& column : *columns) definition.names->intern(column);
        }
    }
    definition.names->intern("root");
    definition.names->intern("item");
}

}  // namespace plumb::form
