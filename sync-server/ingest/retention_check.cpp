#include "sync-server/ingest/retention_check.h"

#include "sync-server/projections/publications/retention_tables.h"

namespace plumb::server {

Result<void> checkKept(const records::CaseRow& row, const records::Act& act, const record::Payload& payload,
                       StoreReader& reader) {
    if (act.kind != records::ActKind::archived) return {};
    return records::checkTerm(row.kind, act.term,
                              records::holdingOn(dayOf(payload.at), retentionTables(row.region, reader)));
}

}  // namespace plumb::server
