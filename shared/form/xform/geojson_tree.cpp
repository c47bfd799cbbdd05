#include "shared/form/xform/geojson_tree.h"

#include "shared/base/json.h"
#include "shared/form/xform/attached_instance.h"
#include "shared/form/xform/read_xform.h"
#include "shared/form/xpath/value.h"

namespace plumb::form {
namespace {

std::string textOfMember(const json::value& value) {
    if (const auto* text = value.if_string()) return std::string(*text);
    if (const auto* number = value.if_double()) return xpath::textOf(*number);
    if (value.is_null()) return {};
    return toText(value);
}

// A position is [longitude, latitude, …].
std::string point(const json::value& position) {
    const auto* pair = position.if_array();
    if (!pair || pair->size() < 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number()) return {};
    return xpath::textOf((*pair)[1].to_number<double>()) + " " + xpath::textOf((*pair)[0].to_number<double>()) + " 0 0";
}

std::string line(const json::value& positions) {
    std::string text;
    const auto* all = positions.if_array();
    if (!all) return text;
    for (const json::value& one : *all) {
        if (!text.empty()) text += "; ";
        text += point(one);
    }
    return text;
}

// What ODK has no form for (several parts, holes) is its first part.
std::string geometry(const json::object& feature) {
    const auto* shape = feature.if_contains("geometry");
    if (!shape || !shape->is_object()) return {};
    const auto* places = shape->as_object().if_contains("coordinates");
    if (!places) return {};
    const std::string type = textOr(shape->as_object(), "type");
    if (type == "Point") return point(*places);
    if (type == "LineString") return line(*places);
    if (type == "Polygon" && places->is_array() && !places->as_array().empty()) return line(places->as_array().front());
    return {};
}

void leaf(Tree& tree, NodeId item, std::string_view name, std::string text) {
    tree.setText(tree.add(item, name), std::move(text));
}

}  // namespace

std::shared_ptr<const Tree> readGeojson(const std::string& path, std::shared_ptr<Names> names, std::string& why) {
    std::string text;
    if (!readWhole(path, kMaxFormBytes, text)) {
        why = "it cannot be read or is too large";
        return nullptr;
    }
    const auto parsed = parseJson(text);
    if (!parsed) {
        why = parsed.error().detail;
        return nullptr;
    }
    const auto* top = parsed->if_object();
    const auto* features = top && textOr(*top, "type") == "FeatureCollection" ? top->if_contains("features") : nullptr;
    if (!features || !features->is_array()) {
        why = "it is no GeoJSON feature collection";
        return nullptr;
    }
    auto tree = std::make_shared<Tree>(std::move(names));
    tree->add(kNone, "");
    const NodeId root = tree->add(Tree::root(), "root");
    for (const json::value& one : features->as_array()) {
        const auto* feature = one.if_object();
        if (!feature) continue;
        const NodeId item = tree->add(root, "item");
        leaf(*tree, item, "geometry", geometry(*feature));
        if (const auto* id = feature->if_contains("id")) leaf(*tree, item, "id", textOfMember(*id));
        const auto* properties = feature->if_contains("properties");
        if (!properties || !properties->is_object()) continue;
        for (const auto& [name, value] : properties->as_object()) {
            if (name != "geometry") leaf(*tree, item, name, textOfMember(value));
        }
    }
    return tree;
}

}  // namespace plumb::form
