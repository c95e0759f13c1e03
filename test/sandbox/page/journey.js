const range = document.getElementById('score');
const output = document.querySelector('output');

range.addEventListener('input', () => {
	output.textContent = range.value;
});
