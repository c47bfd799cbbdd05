#include "shared/store/record_row.h"

namespace plumb::store {

RecordRow recordRowOf(SQLite::Statement& get) {
    RecordRow row;
    if (const auto hash = Sha256::fromView(blobOf(get.getColumn(0)))) row.hash = *hash;
    row.id = get.getColumn(1).getString();
    row.kid = get.getColumn(2).getString();
    row.seq = static_cast<std::uint64_t>(get.getColumn(3).getInt64());
    row.type = get.getColumn(4).getString();
    row.site = get.getColumn(5).getString();
    row.region = get.getColumn(6).getString();
    row.about = get.getColumn(7).getString();
    row.at = TimePoint(std::chrono::milliseconds(get.getColumn(8).getInt64()));
    row.own = get.getColumn(9).getInt() != 0;
    row.state = static_cast<RecordState>(get.getColumn(10).getInt());
    if (!get.getColumn(11).isNull()) row.logIndex = static_cast<std::uint64_t>(get.getColumn(11).getInt64());
    if (!get.getColumn(12).isNull()) row.provedSize = static_cast<std::uint64_t>(get.getColumn(12).getInt64());
    row.problem = get.getColumn(13).getString();
    row.doubt = get.getColumn(14).getString();
    row.offered = get.getColumn(15).getInt() != 0;
    row.number = get.getColumn(16).getInt64();
    return row;
}

}  // namespace plumb::store
