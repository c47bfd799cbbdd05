#include "shared/sync/cosign_check.h"

#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/summary.h"

namespace plumb::sync {

void CosignCheck::add(const record::Payload& payload, const std::string& author) {
    if (!records::isCosignature(payload.type)) return;
    const auto said = records::readCosignature(payload.body);
    if (!said || said->hash != m_line.hash()) return;
    const bool same = records::checkContent(*said, m_line.payload()).has_value();
    if (!same)
        m_differs = author;
    else if (m_by.empty())
        m_by = author + ", " + formatInstant(payload.at);
}

Check CosignCheck::word(int signers) const {
    if (!m_differs.empty()) return {"cosigned", false, m_differs + " signed another content under this record's name"};
    if (!m_by.empty()) return {"cosigned", true, "a second inspector signed the same content: " + m_by};
    if (signers < 2) return {"cosigned", true, {}};
    return {"cosigned", false,
            "two inspectors have to sign this record, and the bundle holds no second signature under it: it counts for "
            "nothing yet"};
}

}  // namespace plumb::sync
