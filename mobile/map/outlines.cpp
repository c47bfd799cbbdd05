#include "mobile/map/outlines.h"

#include <algorithm>
#include <cmath>

#include "mobile/map/mercator.h"
#include "mobile/ui/text.h"
#include "shared/base/json.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kMostCorners = 2'000'000;

tl::unexpected<Error> bad(const std::string& what) {
    return fail(ErrorKind::malformed, "bad_outlines", what);
}

std::optional<QPolygonF> ringOf(const json::value& value, std::size_t& corners) {
    if (!value.is_array()) return std::nullopt;
    QPolygonF out;
    for (const auto& at : value.get_array()) {
        if (!at.is_array() || at.get_array().size() < 2 || ++corners > kMostCorners) return std::nullopt;
        const auto &lon = at.get_array()[0], &lat = at.get_array()[1];
        if (!lon.is_number() || !lat.is_number()) return std::nullopt;
        const domain::GeoPoint point{lat.to_number<double>(), lon.to_number<double>()};
        if (!(std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180)) return std::nullopt;
        out.append(worldOf(point));
    }
    return out.size() < 4 ? std::nullopt : std::optional(out);
}

double areaOf(const QPolygonF& ring) {
    double twice = 0;
    for (qsizetype i = 0; i + 1 < ring.size(); ++i)
        twice += ring[i].x() * ring[i + 1].y() - ring[i + 1].x() * ring[i].y();
    return std::abs(twice) / 2;
}

// The middle of the widest piece of a horizontal line through the ring: inside, whatever its shape.
QPointF labelOf(const QPolygonF& ring) {
    const QRectF box = ring.boundingRect();
    QPointF best = box.center();
    double widest = -1;
    for (const double part : {0.5, 0.4, 0.6, 0.3, 0.7}) {
        const double y = box.top() + part * box.height();
        std::vector<double> at;
        for (qsizetype i = 0; i + 1 < ring.size(); ++i) {
            const QPointF a = ring[i], b = ring[i + 1];
            if ((a.y() > y) != (b.y() > y)) at.push_back(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()));
        }
        std::sort(at.begin(), at.end());
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            if (at[i + 1] - at[i] <= widest * 1.2) continue;  // the middle is better than a little wider
            widest = at[i + 1] - at[i];
            best = {(at[i] + at[i + 1]) / 2, y};
        }
    }
    return best;
}

}  // namespace

Result<std::vector<Outline>> readOutlines(const QByteArray& text) {
    const auto value = parseJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!value) return bad(value.error().detail);
    const auto* root = value->if_object();
    const auto* features = root ? root->if_contains("features") : nullptr;
    if (!features || !features->is_array()) return bad("it is no FeatureCollection");
    std::vector<Outline> out;
    std::size_t corners = 0;
    for (const auto& feature : features->get_array()) {
        const auto* object = feature.if_object();
        const auto* geometry = object && object->contains("geometry") ? object->at("geometry").if_object() : nullptr;
        const auto* properties =
            object && object->contains("properties") ? object->at("properties").if_object() : nullptr;
        const auto* coordinates = geometry ? geometry->if_contains("coordinates") : nullptr;
        if (!coordinates || !coordinates->is_array() || !properties) return bad("a feature has no outline");
        Outline one;
        one.code = qs(textOr(*properties, "code"));
        one.name = qs(textOr(*properties, "name"));
        json::array polygons;
        const auto type = textOr(*geometry, "type");
        if (type == "Polygon")
            polygons.push_back(*coordinates);
        else if (type == "MultiPolygon")
            polygons = coordinates->get_array();
        else
            return bad("a feature is no Polygon");
        double largest = -1;
        for (const auto& polygon : polygons) {
            if (!polygon.is_array()) return bad("a polygon has no rings");
            bool outer = true;
            for (const auto& ring : polygon.get_array()) {
                auto read = ringOf(ring, corners);
                if (!read) return bad("a ring has corners that are no degrees");
                if (outer && areaOf(*read) > largest) {
                    largest = areaOf(*read);
                    one.label = labelOf(*read);
                }
                outer = false;
                one.bounds = one.bounds.united(read->boundingRect());
                one.rings.push_back(std::move(*read));
            }
        }
        if (!one.rings.empty()) out.push_back(std::move(one));
    }
    return out;
}

}  // namespace plumb::mobile
