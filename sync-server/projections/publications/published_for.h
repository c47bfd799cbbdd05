// What a log publishes of a type for a place: the bodies of all lines whose region holds it, in log order. For the
// thread of the reader.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "sync-server/projections/line_at.h"
#include "sync-server/projections/publications/publications.h"

namespace plumb::server {

// `read`: of the body. Each was judged when it came: one that cannot be read any more throws, for whoever went on
// without it would judge by another rule.
template <class Says>
std::vector<Says> publishedFor(std::string_view region, std::string_view type,
                               Result<Says> (*read)(const json::object& body), StoreReader& reader) {
    std::vector<Says> out;
    for (const auto& entry : Publications(reader).all(type)) {
        if (!region.starts_with(entry.region)) continue;
        auto says = read(payloadAt(entry.index, reader).body);
        if (!says)
            throw std::runtime_error("a published " + std::string(type) + " can not be read: " + says.error().detail);
        out.push_back(std::move(*says));
    }
    return out;
}

}  // namespace plumb::server
