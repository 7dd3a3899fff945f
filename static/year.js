// The box at the head of the list ticks every unit of the page, or none.

const whole = document.querySelector("[data-whole-page]");
const boxes = [...document.querySelectorAll('input[name="unit"]')];

if (whole && boxes.length) {
  whole.hidden = false;
  whole.addEventListener("change", () => boxes.forEach((box) => { box.checked = whole.checked; }));
  boxes.forEach((box) => box.addEventListener("change", () => {
    whole.checked = boxes.every((one) => one.checked);
    whole.indeterminate = !whole.checked && boxes.some((one) => one.checked);
  }));
}
