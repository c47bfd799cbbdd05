#include "sync-server/ingest/log_follower.h"

#include "sync-server/ingest/rebuild.h"

namespace plumb::server {

bool LogFollower::look(bool sequencing) {
    auto& connection = m_reader->connection();
    connection.beginReading();
    try {
        const bool whole = takeUp(sequencing);
        connection.endReading();
        return whole;
    } catch (...) {
        connection.endReading();
        throw;
    }
}

bool LogFollower::takeUp(bool sequencing) {
    m_row = SequencerTable(m_reader->connection()).read();
    const auto size = m_reader->size();
    const auto head = m_place.head.get();
    if (size < head->size || m_row.size > size)
        throw LogDiverged(
            "the database holds " + std::to_string(size) + " lines, the log had " +
            std::to_string(std::max(head->size, m_row.size)) +
            " already; a database that was put back from a backup is opened with every front end stopped");
    const bool told = m_row.size == size;
    if (!told && !sequencing) return false;
    checkVersions();
    if (m_known && size == head->size) return true;
    follow(size);
    return true;
}

// A sequencer of another version makes again what is not of its version: looked at with each epoch.
void LogFollower::checkVersions() {
    if (m_epoch == m_row.epoch) return;
    if (const auto others = otherVersions(m_place.store, *m_reader); !others.empty())
        throw std::runtime_error("the database's \"" + others.front() +
                                 "\" was made by another version of plumbserver than this one; all front ends of a "
                                 "database are of one version");
    m_epoch = m_row.epoch;
}

void LogFollower::follow(std::uint64_t size) {
    const auto before = m_place.head.get();
    const auto nodes = nodesOf(*m_reader);
    const auto root = crypto::rootOf(size, nodes);
    if (before->size > 0 &&
        !crypto::verifyConsistency(
            before->size, before->root, size, root,
            before->size == size ? std::vector<Sha256>() : crypto::consistencyProof(before->size, size, nodes)))
        throw LogDiverged("the database's tree of " + std::to_string(size) + " lines does not contain the one of " +
                          std::to_string(before->size) + " that was handed out");
    const bool known = std::exchange(m_known, false);
    if (known)
        m_place.trust.follow(*m_reader, before->size);
    else
        m_place.trust.load(*m_reader);
    m_place.checklists.reload(*m_reader);
    m_place.gate.load(*m_reader);
    if (size > 0) {
        auto head = m_place.signer.sign(size, root, m_reader->receivedAt(size - 1).value(), m_place.trust.digest());
        if (m_row.size == size && m_row.note != head->note)
            throw LogDiverged("the sequencer signed another checkpoint of " + std::to_string(size) +
                              " lines than this front end makes of them; do all front ends have the same log.key?");
        m_place.head.set(std::move(head));
    }
    m_known = true;
}

}  // namespace plumb::server
