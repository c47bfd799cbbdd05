// The checklist engine as a program in another language calls it: a request and its answer are JSON (ENGINE.md), so
// that a browser judges by the code that judges on the tablet and on the server. Keeps what was opened until it is
// closed. No I/O. Not thread-safe: one engine a thread.
//
// An answer is {"error":{"code","detail"}} where the request cannot be done; nothing that is handed in ends the
// program.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/session/session.h"

namespace plumb::engine {

class Engine {
  public:
    // Puts the bytes of an attached list where the form engine reads files, and gives the path.
    using Shelf = std::function<std::string(const Sha256& sha256, ByteView bytes)>;

    explicit Engine(Shelf shelf) : m_shelf(std::move(shelf)) {}

    // `attached`: the bytes that a request may speak of (a workbook). `text` of an error is for people.
    std::string answer(std::string_view request, ByteView attached = {});

  private:
    using Handle = std::int64_t;

    Result<json::object> call(const json::object& request, ByteView attached);
    Result<json::object> attach(ByteView attached);
    Result<json::object> open(const json::object& request);
    Result<json::object> sheets(const json::object& request, ByteView attached);
    static Result<json::object> withFiles(const json::object& request);
    static Result<json::object> compare(const json::object& request);
    Result<json::object> close(const json::object& request);
    Result<json::object> score(const json::object& request);
    Result<json::object> recompute(const json::object& request);
    Result<json::object> begin(const json::object& request);
    Result<json::object> change(const json::object& request);
    Result<json::object> view(const json::object& request);
    Result<json::object> statement(const json::object& request);
    Result<json::object> merge(const json::object& request);

    json::object keep(std::shared_ptr<const checklist::Checklist> checklist);
    Result<std::shared_ptr<const checklist::Checklist>> checklistOf(const json::object& request) const;
    Result<checklist::Session*> sessionOf(const json::object& request);

    Shelf m_shelf;
    std::map<std::string, std::string> m_shelved;  // paths by the hash in hex
    Handle m_next = 1;
    std::map<Handle, std::shared_ptr<const checklist::Checklist>> m_checklists;
    std::map<Handle, std::unique_ptr<checklist::Session>> m_sessions;
};

}  // namespace plumb::engine
