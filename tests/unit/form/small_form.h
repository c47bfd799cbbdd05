// Forms small enough to read in a test: the data, the binds and the body as XForms XML, the rest around them.
#pragma once

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "shared/form/fill/filling.h"
#include "shared/form/xform/read_xform.h"

namespace plumb::form {

// 2026-11-22 08:30 in Lanzhou.
inline Instant morning() {
    return *parseInstant("2026-11-22T08:30:00.000+08:00");
}

inline std::string xformOf(const std::string& data, const std::string& binds, const std::string& body,
                           const std::string& model = {}) {
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" )"
           R"(xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">)"
           "<h:head><h:title>small</h:title><model><instance><data id=\"small\" version=\"7\">" +
           data + "</data></instance>" + model + binds + "</model></h:head><h:body>" + body + "</h:body></h:html>";
}

class SmallForm {
  public:
    SmallForm(const std::string& data, const std::string& binds, const std::string& body,
              const std::string& model = {}) {
        auto read = readXform(xformOf(data, binds, body, model));
        for (const auto& problem : read.problems) UNSCOPED_INFO(textOf(problem));
        REQUIRE(read.definition);
        m_filling = std::make_unique<Filling>(read.definition, FillingOptions{[] { return morning(); }, 7, {}, {}});
    }

    Filling& operator*() { return *m_filling; }
    Filling* operator->() { return m_filling.get(); }

    [[nodiscard]] NodeId at(const std::string& path) const {
        const NodeId node = m_filling->find(path);
        INFO(path);
        REQUIRE(node != kNone);
        return node;
    }
    [[nodiscard]] bool exists(const std::string& path) const { return m_filling->find(path) != kNone; }
    // What a path reads: "" where it is not relevant.
    [[nodiscard]] std::string text(const std::string& path) const {
        const auto& node = m_filling->tree()[at(path)];
        return node.relevant ? node.text : "";
    }
    Changes set(const std::string& path, const std::string& text) {
        auto changes = m_filling->set(at(path), text);
        if (!changes) FAIL(changes.error().detail);
        return *changes;
    }
    NodeId add(const std::string& parent, const std::string& repeat) {
        Changes changes;
        const auto def = m_filling->definition().find(repeat);
        REQUIRE(def != kNone);
        const auto made = m_filling->add(at(parent), def, changes);
        if (!made) FAIL(made.error().detail);
        return *made;
    }
    void remove(const std::string& path) { REQUIRE(m_filling->remove(at(path))); }
    [[nodiscard]] bool relevant(const std::string& path) const { return m_filling->relevant(at(path)); }

  private:
    std::unique_ptr<Filling> m_filling;
};

inline std::string bound(const std::string& path, const std::string& attributes) {
    return "<bind nodeset=\"" + path + "\" " + attributes + "/>";
}
inline std::string input(const std::string& path) {
    return "<input ref=\"" + path + "\"><label>" + path + "</label></input>";
}
inline std::string repeat(const std::string& path, const std::string& inside, const std::string& attributes = {}) {
    return "<group ref=\"" + path + "\"><label>R</label><repeat nodeset=\"" + path + "\" " + attributes + ">" + inside +
           "</repeat></group>";
}

}  // namespace plumb::form
