(function () {
  "use strict";
  var text = document.getElementById("text");
  var severity = document.getElementById("severity");
  var shown = document.getElementById("shown");
  var open = document.getElementById("open");
  var findings = Array.prototype.slice.call(document.querySelectorAll(".finding"));
  var words = findings.map(function (finding) {
    var file = finding.parentNode.querySelector(".file").textContent;
    return (file + " " + finding.parentNode.querySelector("h3").textContent + " " + finding.textContent).toLowerCase();
  });
  function filter() {
    var wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    findings.forEach(function (finding, i) {
      var fits = (!severity.value || finding.dataset.severity === severity.value) &&
        wanted.every(function (word) { return words[i].indexOf(word) >= 0; });
      finding.hidden = !fits;
      count += fits ? 1 : 0;
    });
    Array.prototype.forEach.call(document.querySelectorAll(".session"), function (session) {
      session.hidden = !session.querySelector(".finding:not([hidden])");
    });
    shown.textContent = count === findings.length ? "" : count + " of " + findings.length + " shown";
  }
  text.addEventListener("input", filter);
  severity.addEventListener("change", filter);
  open.addEventListener("click", function () {
    var all = open.textContent === "Open all";
    findings.forEach(function (finding) { finding.open = all; });
    open.textContent = all ? "Close all" : "Open all";
  });
  document.querySelector(".filter").addEventListener("submit", function (event) { event.preventDefault(); });
})();
