#include "sync-server/export/geojson_writer.h"

#include <cmath>
#include <cstdio>

#include "shared/base/json.h"

namespace plumb::server {
namespace {

// Seven decimals of a degree are a centimetre (RFC 7946 §11.2: no more digits than mean something).
std::string degrees(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.7f", value);
    std::string out(text);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    return out == "-0" ? "0" : out;
}

}  // namespace

void GeoJsonWriter::begin(const ExportTable& table) {
    m_keys.clear();
    for (const auto& column : table.columns())
        m_keys.push_back(column.onMap ? std::string() : json::serialize(column.key) + ":");
    json::object about;
    for (const auto& fact : m_about) about[fact.key] = fact.value;
    m_out += "{\"type\":\"FeatureCollection\",\"export\":" + json::serialize(about) + ",\"features\":[";
}

void GeoJsonWriter::row(const ExportRow& row) {
    m_out += m_first ? "\n" : ",\n";
    m_first = false;
    m_out += "{\"type\":\"Feature\",\"geometry\":";
    putGeometry(row);
    m_out += ",\"properties\":{";
    bool first = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row.kind(i) == CellKind::empty || m_keys.at(i).empty()) continue;
        if (!first) m_out += ',';
        first = false;
        m_out += m_keys.at(i);
        if (row.kind(i) == CellKind::number)
            m_out += row.view(i);
        else
            m_out += json::serialize(json::string_view(row.view(i)));
    }
    m_out += "}}";
}

// One geometry a feature, never a collection: QGIS shows areas and points of one file as two layers, and no collection.
void GeoJsonWriter::putGeometry(const ExportRow& row) {
    const auto corner = [](const Position& at) {
        return "[" + degrees(at.longitude) + "," + degrees(at.latitude) + "]";
    };
    if (!row.boundary.empty()) {
        m_out += "{\"type\":\"Polygon\",\"coordinates\":[[";
        for (std::size_t i = 0; i < row.boundary.size(); ++i) m_out.append(i > 0 ? "," : "") += corner(row.boundary[i]);
        m_out += "]]}";
    } else if (row.position) {
        m_out += "{\"type\":\"Point\",\"coordinates\":" + corner(*row.position) + "}";
    } else {
        m_out += "null";
    }
}

void GeoJsonWriter::end() {
    m_out += "\n]}\n";
}

void GeoJsonWriter::take(std::string& piece) {
    piece += m_out;
    m_out.clear();
}

}  // namespace plumb::server
