#include "sync-server/ingest/lines_ahead.h"

#include <thread>

#include "sync-server/ingest/tuning.h"

namespace plumb::server {
namespace {

StoredLine parse(RawLine& raw, bool leaves) {
    const auto damaged = [&](const Error& error) {
        return std::runtime_error("line " + std::to_string(raw.index) + " is damaged: " + error.detail +
                                  "; run plumbserver check");
    };
    const auto line = record::Line::parse(std::move(raw.text));
    if (!line) throw damaged(line.error());
    if (raw.hash && *raw.hash != line->hash()) throw DamagedLine(raw.index);
    auto payload = record::parsePayload(line->payload());
    if (!payload) throw damaged(payload.error());
    auto out = storedLine(raw.index, raw.received, *line, std::move(*payload));
    if (leaves) out.leaf = crypto::leafHash(asBytes(line->text()));
    return out;
}

}  // namespace

LinesAhead::LinesAhead(Store& store, std::uint64_t from, std::uint64_t size, bool leaves, std::size_t chunkLines)
    : m_reader(store.openReader()),
      m_at(from),
      m_size(size),
      m_leaves(leaves),
      m_chunkLines(chunkLines),
      m_pool(std::max(2u, std::thread::hardware_concurrency())) {
    readAhead();
}

void LinesAhead::readAhead() {
    m_ahead = std::async(std::launch::async, [this] { return readChunk(); });
}

std::vector<StoredLine> LinesAhead::next() {
    auto out = m_ahead.get();
    if (!out.empty()) readAhead();
    return out;
}

std::vector<StoredLine> LinesAhead::readChunk() {
    std::vector<RawLine> raw;
    std::size_t bytes = 0;
    if (m_at < m_size) {
        m_reader->eachLine(m_at, [&](RawLine line) {
            if (line.index >= m_size) return false;
            if (line.index != m_at + raw.size())
                throw std::runtime_error("line " + std::to_string(m_at + raw.size()) + " is missing in the log");
            bytes += line.text.size();
            raw.push_back(std::move(line));
            return raw.size() < m_chunkLines && bytes < kChunkBytes;
        });
        if (raw.empty()) throw std::runtime_error("line " + std::to_string(m_at) + " is missing in the log");
    }
    std::vector<StoredLine> out(raw.size());
    m_pool.run(raw.size(), [&](std::size_t i) { out[i] = parse(raw[i], m_leaves); });
    m_at += out.size();
    return out;
}

}  // namespace plumb::server
