#include "sync-server/ingest/published_check.h"

#include "shared/records/inspection/body.h"
#include "shared/records/publication/published.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/published/published_rows.h"
#include "sync-server/projections/sites/site_line.h"

namespace plumb::server {

Result<void> checkPublication(const record::Payload& payload, StoreReader& reader) {
    const auto of = records::publishedBy(payload);
    const auto row = InspectionRows(reader).find(of);
    if (!row)
        return fail(ErrorKind::notFound, "of_unknown",
                    "no submitted inspection " + of.substr(0, 40) + " is in this log; send it first");
    const auto before = PublishedRows(reader).find(of);
    if (auto may = records::mayPublish(before, payload); !may) return may;

    const auto version = payloadAt(*row->newest, reader);
    const auto body = records::readVersion(version.type, version.body);
    if (!body) return fail(body.error());

    const auto site = publishedSite(reader, row->site).value_or(records::Site{});
    records::InspectedResult inspected{records::standingOf(*row), row->site, row->at, row->says, site.name, site.code,
                                       records::personsIn(*body)};
    return records::checkPublished(inspected, payload);
}

}  // namespace plumb::server
