// Forms of a few parts, as XForms XML, read.
#pragma once

#include <catch2/catch.hpp>

#include "shared/form/xform/attached_instance.h"
#include "shared/form/xform/read_xform.h"
#include "tests/unit/form/read_helpers.h"

namespace plumb::form::test {

// A form of these parts, with the namespaces that forms have.
inline std::string wholeForm(const std::string& model, const std::string& body) {
    return R"x(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"
  xmlns:odk="http://www.opendatakit.org/xforms" xmlns:ev="http://www.w3.org/2001/xml-events">
<h:head><h:title>A form</h:title><model>)x" +
           model + "</model></h:head><h:body>" + body + "</h:body></h:html>";
}

inline std::shared_ptr<const Definition> good(const std::string& model, const std::string& body,
                                              const AttachedFiles& files = {}) {
    auto read = readXform(wholeForm(model, body), files);
    INFO(allOf(read.problems));
    REQUIRE(read.definition);
    return read.definition;
}

inline std::string problemsOf(const std::string& model, const std::string& body) {
    const auto read = readXform(wholeForm(model, body));
    CHECK_FALSE(read.definition);
    return allOf(read.problems);
}

inline const std::string kOne = R"x(<instance><data id="f" version="3"><a/></data></instance>)x";
inline const std::string kInput = R"x(<input ref="/data/a"><label>A</label></input>)x";

}  // namespace plumb::form::test
